import { useLayoutEffect, useState } from 'react';

/** Where the panel is a sheet over the stage; see Drawer.module.css. */
const isSheet = () => window.innerWidth < 1100;

export interface FoldedSheet {
  readonly isFolded: boolean;
  /** Folds it where it is a sheet, so that the stage is seen. */
  readonly fold: () => void;
  readonly unfold: () => void;
}

/** Whether the sheet is folded to its head, as it is when an Action was put in: what came of that is on the stage. */
export function useFoldedSheet(): FoldedSheet {
  const [isFolded, setFolded] = useState(false);
  // On the root: how high the sheet is counts for the bar and the page's end too.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (isFolded) dataset.folded = '';
    return () => {
      delete dataset.folded;
    };
  }, [isFolded]);
  return {
    isFolded,
    fold: () => setFolded(isSheet()),
    unfold: () => setFolded(false),
  };
}
