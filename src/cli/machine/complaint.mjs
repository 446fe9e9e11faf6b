/** What the person at the terminal can mend: shown as one sentence, without a stack. */
export class Complaint extends Error {
  name = 'Complaint';
  isComplaint = true;
}
