import { create } from 'zustand';
import { SCENARIO_NOTES } from '../../lesson/scenarioNotes.ts';
import { toSourceAddress } from '../../lesson/sources.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import styles from './AboutScenario.module.css';

function Source({ name }: { name: string }) {
  const address = toSourceAddress(name);
  return (
    <li>
      {address ? (
        <a href={address} target="_blank" rel="noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
    </li>
  );
}

/** Which Scenario's explanation is shown in full. Not React's own state: importing React here would cut it out of the entry. */
const useOpenId = create<{ readonly openId: string | null }>()(() => ({ openId: null }));

/** The question that a Scenario answers, the explanation, and where that is written down. */
export function AboutScenario() {
  const { id, title, question } = usePlayer((player) => player.trace.scenario);
  const openId = useOpenId((about) => about.openId);
  const note = Object.hasOwn(SCENARIO_NOTES, id)
    ? SCENARIO_NOTES[id as keyof typeof SCENARIO_NOTES]
    : null;
  const open = openId === id;
  return (
    <section aria-label={`About: ${title}`} className={styles.about}>
      <h2 className={styles.question}>{question}</h2>
      <div className={styles.answer}>
        <p id="about-text" className={styles.text} data-open={open}>
          <strong className={styles.short}>{note?.short}</strong> {note?.text}
        </p>
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          aria-controls="about-text"
          onClick={() => useOpenId.setState({ openId: open ? null : id })}
        >
          {open ? 'Less' : 'More'}
        </button>
        {open ? (
          <ul className={styles.sources} aria-label="Sources">
            {note?.sources.map((name) => (
              <Source key={name} name={name} />
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  );
}
