import type { ReactNode } from 'react';
import { Component } from 'react';
import styles from './Boundary.module.css';
import { Button } from './Button.tsx';

interface BoundaryProps {
  /** What stands here, for the notice. */
  name: string;
  /** A change of it gives the part another try. */
  resetKey?: unknown;
  children: ReactNode;
}

interface BoundaryState {
  failed: boolean;
  resetKey: unknown;
}

/** Catches what its part of the page throws and says so in its place; the rest of the page works on. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState) {
    if (Object.is(props.resetKey, state.resetKey)) return null;
    return { failed: false, resetKey: props.resetKey };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert" className={styles.notice}>
        <p>{this.props.name} cannot be shown: it ran into an error. The rest of the page works.</p>
        <Button onClick={() => this.setState({ failed: false })}>Try again</Button>
      </div>
    );
  }
}
