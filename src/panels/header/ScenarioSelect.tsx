import { useEffect, useState } from 'react';
import { HEADER_TEXTS } from '../../lesson/texts/panels/header.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Select } from '../../ui/Select.tsx';

type Groups = typeof import('./scenarioTitles.ts')['SCENARIO_GROUPS'];

/** All Scenarios by title, which come once the page answers; until then there is the one on show. */
export function ScenarioSelect() {
  const { id, title } = usePlayer((player) => player.run.telling.run.scenario);
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
  return (
    <Select
      label={HEADER_TEXTS.scenario}
      options={isListed ? [] : [[id, title]]}
      groups={groups}
      value={isListed ? (openingId ?? id) : id}
      onChange={(chosen) => void usePlayer.getState().chooseScenario(chosen)}
    />
  );
}
