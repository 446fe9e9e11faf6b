import groups from 'virtual:scenario-answers';
import { useState } from 'react';
import { LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { QUESTIONS_TEXTS } from '../../lesson/texts/panels/check/questions.ts';
import { usePreferences } from '../../player/kept/preferences.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { ComingNotice } from '../../ui/islands/ComingNotice.tsx';
import { toLatePart } from '../../ui/islands/latePart.ts';
import { useLatePart } from '../../ui/islands/useLatePart.ts';
import { TABLE_ROLES } from '../../ui/tableRoles.ts';
import type { FoundQuestions } from './findQuestions.ts';
import { MAX_WANTED } from './maxWanted.ts';
import { QuestionRow } from './QuestionRow.tsx';
import styles from './QuestionTable.module.css';
import { differs, type Section, toSections } from './sections.ts';

type Find = typeof import('./findQuestions.ts')['findQuestions'];

const SECTIONS = toSections(groups);
const ALL: FoundQuestions = { asked: SECTIONS.flatMap(({ asked }) => asked), fit: 'all' };

interface TopicProps {
  section: Section;
  columns: number;
}

/** The questions of a topic, folded until somebody wants them; without script they are all there. */
function Topic({ section, columns }: TopicProps) {
  const { name, isFirst, asked } = section;
  const [open, setOpen] = useState(isFirst);
  return (
    <tbody {...TABLE_ROLES.group} data-folded={!open || undefined}>
      <tr {...TABLE_ROLES.row} className={styles.group}>
        <th scope="rowgroup" {...TABLE_ROLES.rowHeader} colSpan={columns + 1}>
          {isFirst ? (
            name
          ) : (
            <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
              {name} <span>{asked.length}</span>
            </button>
          )}
        </th>
      </tr>
      {asked.map((one) => (
        <QuestionRow key={one.id} asked={one} />
      ))}
    </tbody>
  );
}

interface SwitchProps {
  text: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

function Switch({ text, on, onChange }: SwitchProps) {
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {text}
    </label>
  );
}

export const hintPart = toLatePart<{ text: string }>(() =>
  import('./InspectionHint.tsx').then((m) => m.InspectionHint),
);

/** Leads to where something of one's own is pasted, for whoever asks for that. */
function LateHint({ text }: { text: string }) {
  const { Part } = useLatePart(hintPart);
  return Part ? <Part text={text} /> : null;
}

/** The one catalogue: every Scenario's question with both answers, which wait until they are wanted. */
export function QuestionTable() {
  const [wanted, setWanted] = useState('');
  const answered = usePreferences((preferences) => preferences.answers);
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const shown = usePlayer(({ columns }) => toShownStrategies(columns));
  const [find, setFind] = useState<Find | null>(null);
  const [lost, setLost] = useState(false);
  // The search is fetched when somebody is about to use it; until then all are shown.
  const loadFind = () => {
    if (find) return;
    import('./findQuestions.ts').then(
      ({ findQuestions }) => setFind(() => findQuestions),
      () => setLost(true),
    );
    setLost(false);
  };
  const found = find?.(groups, wanted) ?? ALL;
  const isListed = (one: (typeof ALL.asked)[number]) => !onlyDifferent || differs(one);
  const asked = found.asked.filter(isListed);
  return (
    <>
      <div className={styles.tools}>
        <input
          type="search"
          aria-label={QUESTIONS_TEXTS.filter}
          placeholder={QUESTIONS_TEXTS.example}
          maxLength={MAX_WANTED}
          value={wanted}
          onFocus={loadFind}
          onChange={(event) => {
            loadFind();
            setWanted(event.target.value);
          }}
        />
        <Switch
          text={QUESTIONS_TEXTS.showAnswers}
          on={answered}
          onChange={usePreferences.getState().setAnswers}
        />
        <Switch text={QUESTIONS_TEXTS.different} on={onlyDifferent} onChange={setOnlyDifferent} />
        <span role="status">{QUESTIONS_TEXTS.sayFound(asked.length, found.fit)}</span>
        {lost ? (
          <ComingNotice name={QUESTIONS_TEXTS.search} state="failed" onRetry={loadFind} />
        ) : null}
      </div>
      {wanted.trim() === '' ? null : <LateHint text={wanted} />}
      <table
        {...TABLE_ROLES.table}
        className={styles.table}
        aria-label={QUESTIONS_TEXTS.table}
        data-answered={answered || undefined}
      >
        <thead {...TABLE_ROLES.group}>
          <tr {...TABLE_ROLES.row}>
            <th scope="col" {...TABLE_ROLES.columnHeader}>
              {QUESTIONS_TEXTS.question}
            </th>
            {shown.map((strategy) => (
              <th key={strategy} scope="col" {...TABLE_ROLES.columnHeader} data-lane={strategy}>
                {LANE_NAMES[strategy]}
              </th>
            ))}
          </tr>
        </thead>
        {/* What was looked for stands by how well it fits, whatever its topic. */}
        {found.fit === 'all' ? (
          SECTIONS.map((section) => (
            <Topic
              key={section.name}
              section={{ ...section, asked: section.asked.filter(isListed) }}
              columns={shown.length}
            />
          ))
        ) : (
          <tbody {...TABLE_ROLES.group}>
            {asked.map((one) => (
              <QuestionRow key={one.id} asked={one} />
            ))}
          </tbody>
        )}
      </table>
      {asked.length === 0 ? (
        <p className={styles.none}>
          <Button
            onClick={() => {
              setWanted('');
              setOnlyDifferent(false);
            }}
          >
            {QUESTIONS_TEXTS.showAll}
          </Button>
        </p>
      ) : null}
    </>
  );
}
