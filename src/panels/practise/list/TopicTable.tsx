import groups from 'virtual:scenario-list';
import { WAY_TEXTS } from '../../../lesson/texts/practise/ways.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { type Topics, toTopics } from '../../../player/practise/toTopics.ts';
import styles from '../Practise.module.css';

const TOPICS: Topics = groups.map(([topic, scenarios]) => [topic, scenarios.map(([id]) => id)]);

/** How far one has come, by topic, over all ways. */
export function TopicTable() {
  const done = usePractise((practise) => practise.done);
  const topics = toTopics(done, TOPICS);
  if (topics.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption>{WAY_TEXTS.topics}</caption>
      <thead>
        <tr>
          <th scope="col">{WAY_TEXTS.topic}</th>
          <th scope="col">{WAY_TEXTS.right}</th>
        </tr>
      </thead>
      <tbody>
        {topics.map(({ topic, right, all }) => (
          <tr key={topic}>
            <th scope="row">{topic}</th>
            <td>{WAY_TEXTS.sayRight(right, all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
