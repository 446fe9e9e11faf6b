/** Says that a task holds what comes. The question may be some steps away: it is not on the page yet. */
export const sayHeldNotice = (step: number) =>
  `This is a task: go on to its question, which is asked before step ${step}. Answered, everything opens.`;
