import { PUZZLES } from '../../../lesson/exercises/project.ts';
import { NoItem } from '../NoItem.tsx';
import type { WayProps } from '../wayProps.ts';
import { OwnServer } from './OwnServer.tsx';
import { PuzzlePart } from './PuzzlePart.tsx';

/** The routes of both servers to be put together, then the reader's own server under check-server. */
export function Project({ item }: WayProps) {
  const named = PUZZLES.filter(({ id }) => id === item);
  return (
    <>
      {item !== null && named.length === 0 ? <NoItem item={item} /> : null}
      {(named.length > 0 ? named : PUZZLES).map((puzzle) => (
        <PuzzlePart key={puzzle.id} puzzle={puzzle} />
      ))}
      <OwnServer />
    </>
  );
}
