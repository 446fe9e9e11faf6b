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

  // The place that is open, so that nothing of the others is laid out; the same as in parseAddress. Of
  // an address one sees at first only what is true whatever it shows (see heldBack.css), until the app
  // shows the rest, or it is clear that the app does not come.
  const read = () => {
    const { hash } = location;
    const [, view] = /[#&]view=(walk|breaks|try|check|reference|handout)(&|$)/.exec(hash) ?? [];
    const [, own] = /[#&](run|way=inspect|way)\b/.exec(hash) ?? [];
    // A part that is in Reference alone, by its ID.
    const isPart = /^#(messages|code|moments|holders|counts|snapshot|transcript|glossary)$/.test(
      hash,
    );
    root.dataset.view =
      view ??
      { run: 'try', 'way=inspect': 'reference', way: 'check' }[own] ??
      (isPart ? 'reference' : 'walk');
    if (own === 'way=inspect') root.dataset.inspect = '';
    if (hash.length > 1) root.dataset.pending = hash;
  };
  read();
  const isPending = 'pending' in root.dataset;
  // A link of the header that is followed before the app is there.
  addEventListener('hashchange', () => 'ready' in root.dataset || read());

  // In another page's frame nothing depends on its height; one that is small, or whose address says so,
  // has stage and bar alone. A learning platform shows the whole page.
  const isFramed = self !== top && !('lms' in root.dataset);
  if (isFramed) root.dataset.framed = '';
  if (/[#&]embed=1(&|$)/.test(location.hash)) root.dataset.embed = '';
  else if (isFramed && (innerWidth < 900 || innerHeight < 700)) root.dataset.embed = 'frame';

  // What it is and where to start is painted first; the stage and all below follow one frame later.
  if (!isPending && !document.hidden) root.dataset.first = '';

  // The app, which takes a while to evaluate, runs when the prerendered page is painted; a page that
  // is hidden paints nothing. Developing, the module runs by itself.
  const run = () => {
    delete root.dataset.first;
    const { href } = document.getElementById('page-module') ?? {};
    if (href) import(href).catch(() => delete root.dataset.pending);
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
