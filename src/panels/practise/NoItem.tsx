import { useEffect } from 'react';
import { WAY_TEXTS } from '../../lesson/texts/practise/ways.ts';
import { quote } from '../../player/address/quote.ts';
import { usePlayer } from '../../player/usePlayer.ts';

/** Tells that the address names something of a way that there is none of; the way itself is shown. */
export function NoItem({ item }: { item: string }) {
  useEffect(() => {
    const id = usePlayer.getState().addNotice(WAY_TEXTS.sayNoItem(quote(item)));
    return () => usePlayer.getState().dismissNotice(id);
  }, [item]);
  return null;
}
