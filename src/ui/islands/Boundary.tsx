import type { ReactNode } from 'react';
import { Component } from 'react';
import { CONTROL_TEXTS } from '../../lesson/texts/shell/controls.ts';
import { Button } from '../controls/Button.tsx';
import styles from './Boundary.module.css';

interface BoundaryProps {
  /** What stands here, for the notice. */
  name: string;
  /** Calls back when the part deserves another try; returns what ends the calls. */
  onChange?: ((retry: () => void) => () => void) | undefined;
  children: ReactNode;
}

/** Catches what its part of the page throws and says so in its place; the rest of the page works on. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };
  #stop: (() => void) | undefined;

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate() {
    if (this.state.failed) this.#stop ??= this.props.onChange?.(this.#retry);
  }

  override componentWillUnmount() {
    this.#stop?.();
  }

  readonly #retry = () => {
    this.#stop?.();
    this.#stop = undefined;
    this.setState({ failed: false });
  };

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert" className={styles.notice}>
        <p>{CONTROL_TEXTS.sayBroken(this.props.name)}</p>
        <Button onClick={this.#retry}>{CONTROL_TEXTS.tryAgain}</Button>
      </div>
    );
  }
}
