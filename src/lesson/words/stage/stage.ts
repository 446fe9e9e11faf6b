import type { Moment } from '../../read/moment.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { readStageCredential } from '../../read/stage/stageCredential.ts';
import type { AroundPart, StageTelling } from '../../telling.ts';
import { labelData, labelItem } from '../credential/credentialLabel.ts';
import { sayAround } from './around.ts';
import { toChipSize } from './chipSize.ts';
import { sayClient } from './client.ts';
import { sayGhost } from './ghost.ts';
import { sayServer } from './server.ts';
import { sayWire } from './wire.ts';

/** Says what a lane's stage shows in a step. */
export function sayStage(moment: Moment, around: readonly AroundPart[]): StageTelling {
  const credential = readStageCredential(moment);
  return {
    credential: credential && {
      label: isCookieSession(moment)
        ? labelData(credential.value)
        : labelItem(credential.value, moment.strategy),
      place: credential.place,
      gone: credential.gone,
      stays: credential.stays,
      ...toChipSize(credential.value),
    },
    client: sayClient(moment),
    ghost: sayGhost(moment),
    wire: sayWire(moment),
    server: sayServer(moment),
    ...sayAround(moment, around),
  };
}
