import type { AnsweredGroups, AnsweredQuestion } from 'virtual:scenario-answers';
import { STARTERS } from '../../lesson/texts/actions/starters.ts';
import { QUESTIONS_TEXTS } from '../../lesson/texts/panels/check/questions.ts';

/** Questions under a heading; those to begin with are never folded. */
export interface Section {
  readonly name: string;
  readonly isFirst: boolean;
  readonly asked: readonly AnsweredQuestion[];
}

/** Lists each question once: those to begin with, then the others by topic. */
export function toSections(groups: AnsweredGroups): readonly Section[] {
  const all = groups.flatMap(([, asked]) => asked);
  const first = STARTERS.flatMap((id) => all.filter((one) => one.id === id));
  const topics = groups.map(([name, asked]) => ({
    ...{ name, isFirst: false },
    asked: asked.filter((one) => !first.includes(one)),
  }));
  return [{ name: QUESTIONS_TEXTS.first, isFirst: true, asked: first }, ...topics];
}

/** Tells whether the two lanes answer a question in different words. */
export const differs = ({ session, token }: AnsweredQuestion): boolean =>
  session.word !== token.word;
