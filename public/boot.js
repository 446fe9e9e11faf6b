// Blocks the first paint on purpose: what it decides must hold before anything is painted. It is
// small, and a file of its own because the content security policy refuses inline scripts.
(() => {
  const root = document.documentElement;

  // The chosen theme, without a flash of the other one. Nothing kept, blocked storage and foreign
  // content all leave it to the system.
  try {
    const { version, theme } = JSON.parse(localStorage.getItem('authtrace.preferences'));
    if (version === 1 && (theme === 'light' || theme === 'dark')) root.dataset.theme = theme;
  } catch {}

  // The place that is open, so that nothing of the others is laid out; the same list as in VIEWS.
  const [, view] =
    /[#&]view=(walk|breaks|try|check|reference|handout)(&|$)/.exec(location.hash) ?? [];
  root.dataset.view = view ?? (/[#&]run=/.test(location.hash) ? 'try' : 'walk');

  // In another page's frame nothing depends on its height; one that is small, or whose address says so,
  // has stage and bar alone. A learning platform shows the whole page.
  const isFramed = self !== top && !('lms' in root.dataset);
  if (isFramed) root.dataset.framed = '';
  if (/[#&]embed=1(&|$)/.test(location.hash)) root.dataset.embed = '';
  else if (isFramed && (innerWidth < 900 || innerHeight < 700)) root.dataset.embed = 'frame';

  // An address that names a step: of the prerendered start only what that step has too is seen (see
  // heldBack.css) until the app shows it, or until it is clear that the app does not come.
  const show = () => delete root.dataset.pending;
  const isPending = location.hash.length > 1;
  if (isPending) {
    root.dataset.pending = location.hash;
    addEventListener('error', show, true);
    addEventListener('load', () => setTimeout(show, 3000));
  }

  // What it is and where to start is painted first; the stage and all below follow one frame later.
  if (!isPending && !document.hidden) root.dataset.first = '';

  // The app, which takes a while to evaluate, runs when the prerendered page is painted; a page that
  // is hidden paints nothing. Developing, the module runs by itself.
  const run = () => {
    delete root.dataset.first;
    const { href } = document.getElementById('page-module') ?? {};
    if (href) import(href).catch(show);
  };
  const runWhenPainted = () => requestAnimationFrame(() => setTimeout(run, 0));
  addEventListener('DOMContentLoaded', () => {
    if (isPending || document.hidden) return run();
    // A frame that is asked for before the styles are here lays out the bare page, for nothing.
    const styles = document.querySelector('link[rel="stylesheet"]');
    if (!styles || styles.sheet) return runWhenPainted();
    styles.addEventListener('load', runWhenPainted);
    styles.addEventListener('error', run);
  });

  // Keys pressed before the app listens. The app takes them over and sets the queue to null.
  window.__authtraceKeys = [];
  addEventListener('keydown', function listen({ key, target, ctrlKey, altKey, metaKey }) {
    const keys = window.__authtraceKeys;
    if (!keys) return removeEventListener('keydown', listen);
    if (ctrlKey || altKey || metaKey || keys.length >= 50) return;
    const on = target instanceof Element ? target : root;
    if (on.closest('input, select, textarea')) return;
    if (key === ' ' && on.closest('button, a, summary')) return;
    keys.push({ key });
  });
})();
