import { SHARE_TEXTS } from '../../lesson/texts/panels/share/share.ts';
import { toLink } from '../../player/address/toLink.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { ToCopy } from './ToCopy.tsx';

/** A frame may forbid pages of their own, and the browser says nothing of it: then the link is there to copy. */
export function NotOpened() {
  const link = usePlayer((player) => toLink(player, window.location));
  if (link === null) return null;
  return (
    <>
      <p role="alert">{SHARE_TEXTS.notOpened}</p>
      <ToCopy text={link} label={SHARE_TEXTS.copyWhole} name={SHARE_TEXTS.whole} />
    </>
  );
}
