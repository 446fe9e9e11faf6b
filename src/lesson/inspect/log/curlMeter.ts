const AMOUNT = '[\\d.]+[kMGTPE]?';
const TIME = '(?:--:--:--|\\d+:\\d\\d:\\d\\d|\\d+d +\\d+h)';
/** One state of the progress meter: three shares with their amounts, two speeds, three times, a speed. */
const STATE = new RegExp(
  `^ *(?:\\d+ +${AMOUNT} +){3}${AMOUNT} +${AMOUNT} +(?:${TIME} +){3}${AMOUNT}`,
);
/** The bar of `-#`, which is as wide as the window. */
const BAR = /^#[#=O -]{59,}(?:\d{1,3}\.\d%)?/;
/** The meter’s two lines of titles; they follow a body that ends without a line of its own. */
const TITLES = / {2}% Total {4}% Received .*$|^ +Dload +Upload .*$/;
/** What curl says right behind a body that ends without a line of its own. */
const OWN_WORD =
  /\* (?:Connection #\d|Closing connection|Found bundle|Re-?using|shutting down|TLSv|Issue another|Hostname |Host |Added |Trying| {2}Trying|processing: |Uses proxy|Could not )|> [A-Z]{3,7} \S+ HTTP\/[\d.]+$|Note: Unnecessary use of -X/;

/** Takes away the progress meter of curl, which is written between and before its lines; it gives the lines that are left. */
export function listCurlLines(text: string): readonly string[] {
  return text.split(/\r\n?|\n/).flatMap((line) => {
    let rest = line;
    // One after the other, and not by one pattern: it would try every way to part them.
    for (let state = STATE.exec(rest); state !== null; state = STATE.exec(rest))
      rest = rest.slice(state[0].length);
    rest = rest.replace(BAR, '').replace(TITLES, '');
    const at = rest.search(OWN_WORD);
    return at > 0 ? [rest.slice(0, at), rest.slice(at)] : [rest];
  });
}
