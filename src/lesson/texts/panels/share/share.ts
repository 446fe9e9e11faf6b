/** What the dialog says in which a step is handed on; it comes with the dialog. */
export const SHARE_TEXTS = {
  link: 'Link to this step',
  linkNote:
    'It opens what is on the screen: the same place, run, step and columns. No secret is in it.',
  copyLink: 'Copy link',
  tooLong: 'This run is too long for a link. Save it as a file in Try it.',
  embed: 'Embed it in a page',
  embedNote:
    'A frame with the stage and its bar; from Check yourself, with the quiz or the exercise that is open. In Canvas, Runestone and PreTeXt it is as high as its content, and the last two are told what was answered.',
  size: 'Size of the frame',
  copyEmbed: 'Copy code',
  picture: 'Picture of the stage',
  pictureNote: 'As it stands now, as SVG: sharp at any size, for slides and notes.',
  savePicture: 'Save picture',
  copyPicture: 'Copy picture',
  ownSecrets:
    'This run has secrets of your own. The picture is of the same run with the demo’s, so its credentials differ from those on the screen.',
  handout: 'Handout',
  handoutNote: 'Two pages to print, and a worksheet with its solution.',
  openHandout: 'Open the handout',
  package: 'Course package',
  packageNote:
    'The whole page as a SCORM 1.2 package, to upload to a learning platform. It resumes at the step and reports the quiz.',
  savePackage: 'Save package (SCORM 1.2, zip)',
  present: 'Present',
  presentNote:
    'Stage and bar alone, in large type. P begins and ends it, H holds the verdict back.',
  startPresenting: 'Start presenting',
  /** Opens what few need. */
  more: 'File of the run, playlist, course package',
  /** The name of the frame, for whoever does not see it. */
  frameName: 'AuthTrace: session-based and token-based auth, step by step',
  notOpened: 'No page? The one around this may forbid it. Its address, to copy:',
  copyWhole: 'Copy address',
  whole: 'Address of the whole page',
  sayFile: (step: number) => `authtrace-step-${step}.svg`,
} as const;
