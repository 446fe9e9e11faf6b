import { useEffect, useState } from 'react';
import { HEADER_TEXTS } from '../../lesson/texts/panels/header.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Select } from '../../ui/controls/Select.tsx';

type Groups = typeof import('./scenarioTitles.ts')['SCENARIO_GROUPS'];

/** Stands for the run of one's own: choosing its Scenario goes back to the original. */
const OWN = 'own';

/** All Scenarios by title, which come once the page answers; until then there is the one on show. */
export function ScenarioSelect() {
  const { id, title } = usePlayer((player) => player.run.telling.run.scenario);
  const isOwn = usePlayer((player) => player.original !== null);
  const openingId = usePlayer((player) => player.openingId);
  const [groups, setGroups] = useState<Groups>([]);
  useEffect(() => {
    // Without the list, the questions still open every Scenario.
    import('./scenarioTitles.ts').then(
      (titles) => setGroups(titles.SCENARIO_GROUPS),
      () => {},
    );
  }, []);
  const isListed = groups.length > 0;
  const shown: readonly (readonly [string, string])[] = isOwn
    ? [[OWN, HEADER_TEXTS.sayOwn(title)]]
    : isListed
      ? []
      : [[id, title]];
  return (
    <Select
      label={HEADER_TEXTS.scenario}
      options={shown}
      groups={groups}
      value={(isListed ? openingId : null) ?? (isOwn ? OWN : id)}
      onChange={(chosen) => void usePlayer.getState().chooseScenario(chosen)}
    />
  );
}
