import type { Way } from '../../../player/practise/ways.ts';
import styles from '../Practise.module.css';
import { WayLink } from './WayLink.tsx';

interface OwnHeadingProps {
  id: string;
  way: Way;
  item: string;
  children: string;
}

/** The heading of an exercise, and a link that opens it alone: the address to give to somebody. */
export function OwnHeading({ id, way, item, children }: OwnHeadingProps) {
  return (
    <h3 id={id}>
      <WayLink way={way} item={item} className={styles.own}>
        {children}
      </WayLink>
    </h3>
  );
}
