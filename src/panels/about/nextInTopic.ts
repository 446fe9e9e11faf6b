import groups from 'virtual:scenario-list';

/** Returns the Scenario after another one in its topic; `null` after the last. */
export function findNext(id: string): { readonly id: string; readonly title: string } | null {
  const topic = groups.find(([, scenarios]) => scenarios.some(([one]) => one === id))?.[1] ?? [];
  const next = topic[topic.findIndex(([one]) => one === id) + 1];
  return next ? { id: next[0], title: next[1] } : null;
}
