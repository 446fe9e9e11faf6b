import type { Page } from '@playwright/test';

/** How a course page treats a frame, each as its own documents and sources say. */
export type HostForm = 'canvas' | 'runestone' | 'pretext';

/** What the page of a course has heard, in order. */
interface Heard {
  readonly subject: string;
  readonly height?: number;
  readonly message_id?: string;
  readonly score?: number;
  readonly state?: unknown;
  readonly name?: string;
  readonly data?: unknown;
}

/** Canvas parses every message as text and sizes what is around the frame, up to 5000 px. */
const CANVAS = `
  addEventListener('message', ({ data }) => {
    let message;
    try { message = JSON.parse(data); } catch { return; }
    if (message.subject !== 'lti.frameResize') return;
    const height = Math.min(5000, Math.max(1, message.height));
    for (const frame of document.querySelectorAll('iframe')) frame.style.height = height + 'px';
  });`;

/** PreTeXt takes text or an object, and sizes the frame that has sent it. */
const PRETEXT = `
  addEventListener('message', ({ data, source }) => {
    const message = typeof data === 'string' && /lti\\.frameResize/.test(data) ? JSON.parse(data) : data;
    if (message.subject !== 'lti.frameResize') return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source && message.height) frame.style.height = message.height + 'px';
    }
  });`;

/** Runestone is PreTeXt's page, and keeps the state of each activity as text. */
const RUNESTONE = `${PRETEXT}
  addEventListener('message', ({ data, source }) => {
    if (data.subject === 'SPLICE.reportScoreAndState') kept = JSON.stringify(data.state);
    if (data.subject !== 'SPLICE.getState') return;
    source.postMessage({ subject: 'SPLICE.getState.response', message_id: data.message_id, state: kept }, '*');
  });`;

const FORMS: Readonly<Record<HostForm, string>> = {
  canvas: CANVAS,
  pretext: PRETEXT,
  runestone: RUNESTONE,
};

/** Opens a course page that frames the page at a hash in a sandbox without an origin of its own. */
export async function openCourse(
  page: Page,
  form: HostForm,
  hash: string,
  [width, height]: readonly [number, number],
) {
  await page.route('**/course.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><body>
        <script>
          let kept = sessionStorage.kept ?? null;
          addEventListener('pagehide', () => { if (kept !== null) sessionStorage.kept = kept; });
          const heard = [];
          addEventListener('message', ({ data }) =>
            heard.push(typeof data === 'string' ? JSON.parse(data) : data));
          ${FORMS[form]}
        </script>
        <iframe title="lesson" src="/${hash}" sandbox="allow-scripts"
          style="border: 0; width: ${width}px; height: ${height}px"></iframe>`,
    }),
  );
  await page.goto('/course.html');
  const frame = page.frameLocator('iframe[title="lesson"]');
  await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
  return frame;
}

/** Returns what the course page has heard, of one subject. */
export async function listHeard(page: Page, subject: string): Promise<Heard[]> {
  const all = await page.evaluate<Heard[]>('heard');
  return all.filter((one) => one.subject === subject);
}
