import { drawStage } from '../../lesson/picture/drawStage.ts';
import { formatSvg } from '../../lesson/picture/formatSvg.ts';
import { SHARE_TEXTS } from '../../lesson/texts/panels/share/share.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useDemoRun } from '../../player/runs/useDemoRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { CopyButton } from '../../ui/controls/CopyButton.tsx';
import { SaveButton } from '../../ui/controls/SaveButton.tsx';
import styles from './TakeRun.module.css';

/** Takes the stage along as it stands, as a picture. */
export function TakePicture() {
  const demo = useDemoRun();
  const step = usePlayer((player) => player.cursor);
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  if (!demo) return null;
  const { at, run } = demo.run.telling;
  const picture = formatSvg(drawStage(at(Math.min(step, run.lastStep)), run.lastStep, shown));
  return (
    <>
      {demo.hadOwnSecrets ? <p role="status">{SHARE_TEXTS.ownSecrets}</p> : null}
      <div className={styles.choice}>
        <CopyButton text={picture} label={SHARE_TEXTS.copyPicture} />
        <SaveButton name={SHARE_TEXTS.sayFile(step)} type="image/svg+xml" makeText={() => picture}>
          {SHARE_TEXTS.savePicture}
        </SaveButton>
      </div>
    </>
  );
}
