import type { LogFinding } from '../../../src/lesson/inspect/log/found.ts';
import { readLog } from '../../../src/lesson/inspect/log/readLog.ts';
import { tellLog } from '../../../src/lesson/inspect/log/tellLog.ts';

export const NOW = 1_767_225_600;
export const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6ImFkYSJ9.c2lnbmF0dXJl';

type Fields = Readonly<Record<string, string>>;

const toHeaders = (fields: Fields) =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

export interface Entry {
  readonly url: string;
  readonly method?: string;
  readonly sent?: Fields;
  readonly posted?: string;
  readonly status?: number;
  readonly received?: Fields;
  readonly body?: string;
  readonly type?: string;
}

/** Writes entries as the browser's HAR has them. */
export const toHar = (entries: readonly Entry[]) =>
  JSON.stringify({
    log: {
      entries: entries.map(
        ({ url, method = 'GET', sent = {}, posted, status = 200, received = {}, body, type }) => ({
          startedDateTime: new Date(NOW * 1000).toISOString(),
          _resourceType: type,
          request: { method, url, headers: toHeaders(sent), postData: posted && { text: posted } },
          response: { status, headers: toHeaders(received), content: { text: body } },
        }),
      ),
    },
  });

/** Reads a log and tells what is in it. */
export async function tell(text: string) {
  const read = readLog(text);
  if (read.problem !== null) throw new Error(read.problem);
  return tellLog(read.exchanges, NOW, async () => {});
}

/** Lists what is unusual in entries. */
export const findIn = async (entries: readonly Entry[]): Promise<readonly LogFinding[]> =>
  (await tell(toHar(entries))).shown.flatMap(({ findings }) => findings);
