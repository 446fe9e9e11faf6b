// In a SCORM package, before all else: finds the learning platform, begins a session with it and opens
// the page where the learner left it, so that nothing of the start is painted first. What the platform
// says becomes an address, and is read as carefully as any other. See src/player/host/scorm.
(() => {
  /** A platform keeps its API in a window above; so many there are at most. */
  const MAX_ABOVE = 16;

  const findAbove = (start) => {
    let above = start;
    for (let i = 0; above && i < MAX_ABOVE; i++) {
      try {
        if (above.API) return above.API;
      } catch {
        // A window of another origin.
      }
      if (above.parent === above) return null;
      above = above.parent;
    }
    return null;
  };

  const api = findAbove(window) || findAbove(window.opener) || null;
  const ask = (name, value) => {
    try {
      return String(api[name](value) ?? '');
    } catch {
      return '';
    }
  };
  const isOpen = api !== null && ask('LMSInitialize', '') === 'true';
  window.__authtraceLms = { api, isOpen };
  if (!isOpen) return;

  // Whoever leaves before the app has taken the session over, ends it too.
  addEventListener('pagehide', () => {
    if (window.__authtraceLms) ask('LMSFinish', '');
  });

  let address = ask('LMSGetValue', 'cmi.core.lesson_location');
  try {
    // One that is too long for its own element.
    const state = JSON.parse(ask('LMSGetValue', 'cmi.suspend_data'));
    if (state.version === 1 && typeof state.address === 'string') address = state.address;
  } catch {}
  if (/^#[!-~]+$/.test(address)) history.replaceState(null, '', address);
})();
