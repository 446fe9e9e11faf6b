import { useEffect, useState } from 'react';
import { CONTROL_TEXTS } from '../../lesson/texts/shell/controls.ts';
import { Button } from './Button.tsx';

interface CopyButtonProps {
  text: string;
  label: string;
  /** `link` where many stand close together. */
  look?: 'plain' | 'link';
}

/** Selects nothing and needs no clipboard API: the old way, for pages that are no secure context. */
function copyByCommand(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.setAttribute('aria-hidden', 'true');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  const focused = document.activeElement;
  // Beside an open dialog nothing can have the focus, and what is not selected is not copied.
  (focused?.closest('dialog') ?? document.body).append(area);
  area.focus();
  area.select();
  try {
    return document.activeElement === area && document.execCommand('copy');
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    try {
      return copyByCommand(text);
    } catch {
      return false;
    }
  }
}

const SAID: Readonly<Record<string, string>> = {
  yes: CONTROL_TEXTS.copied,
  no: CONTROL_TEXTS.notCopied,
};

/** Copies a text to the clipboard and says whether it did. */
export function CopyButton({ text, label, look = 'plain' }: CopyButtonProps) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(setCopied, 1600, null);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <Button look={look} onClick={async () => setCopied((await copy(text)) ? 'yes' : 'no')}>
        {copied === null ? label : SAID[copied]}
      </Button>
      <span role="status" className="visually-hidden">
        {copied === null ? '' : SAID[copied]}
      </span>
    </>
  );
}
