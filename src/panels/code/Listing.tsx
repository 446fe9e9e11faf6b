import type { CodeFile, CodeLine } from 'virtual:code-sample';
import { memo, useLayoutEffect, useRef } from 'react';
import { ScrollBox } from '../../ui/boxes/ScrollBox.tsx';
import styles from './CodeSample.module.css';

interface LineProps {
  line: CodeLine;
  number: number;
  marked: boolean;
}

const Line = memo(function Line({ line, number, marked }: LineProps) {
  return (
    <span className={styles.line} data-marked={marked || undefined} data-line={number}>
      {line.map(([kind, text], i) =>
        kind ? (
          // The pieces of a line have no identity but their place in it.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={`${i}:${kind}`} data-kind={kind}>
            {text}
          </span>
        ) : (
          text
        ),
      )}
      {'\n'}
    </span>
  );
});

interface ListingProps {
  file: CodeFile;
  name: string;
  marked: ReadonlySet<number>;
}

/** A file's lines; the marked ones are brought into view inside the listing's own box. */
export function Listing({ file, name, marked }: ListingProps) {
  const box = useRef<HTMLDivElement>(null);
  const first = marked.size > 0 ? Math.min(...marked) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the file's name stands for its lines
  useLayoutEffect(() => {
    if (first === null) return;
    const line = box.current?.querySelector<HTMLElement>(`[data-line="${first + 1}"]`);
    if (line && box.current) box.current.scrollTop = Math.max(0, line.offsetTop - 48);
  }, [first, name]);
  return (
    <ScrollBox ref={box} label={name} className={styles.listing}>
      <pre>
        <code>
          {file.lines.map((line, i) => (
            // Lines of a file have no identity but their number.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <Line key={`${name}:${i}`} line={line} number={i + 1} marked={marked.has(i)} />
          ))}
        </code>
      </pre>
    </ScrollBox>
  );
}
