/** Suffixes of countries, below which everybody registers a name. */
const COUNTRIES =
  'ac.at ac.be ac.cn ac.id ac.il ac.in ac.ir ac.jp ac.ke ac.kr ac.nz ac.th ac.uk ac.za co.at co.hu co.id co.il co.in co.ir co.jp co.ke co.kr co.nz co.th co.uk co.ve co.za com.ar com.au com.bd com.br com.cn com.co com.cy com.ec com.eg com.gh com.gr com.gt com.hk com.jm com.kw com.lb com.mt com.mx com.my com.ng com.np com.pe com.ph com.pk com.pl com.pt com.py com.qa com.ro com.ru com.sa com.sg com.tr com.tw com.ua com.uy com.ve com.vn edu.ar edu.au edu.br edu.cn edu.co edu.hk edu.in edu.mx edu.my edu.pe edu.ph edu.pk edu.pl edu.sg edu.tr edu.tw edu.vn firm.in gen.in geek.nz go.jp go.kr gob.mx gouv.fr gov.au gov.br gov.cn gov.in gov.uk gov.za ind.in lg.jp ltd.uk me.uk ne.jp net.au net.br net.cn net.in net.nz net.pl net.tr net.uk nhs.uk nic.in or.at or.id or.jp or.kr org.ar org.au org.br org.cn org.hk org.il org.in org.mx org.nz org.pl org.tr org.tw org.ua org.uk org.za plc.uk police.uk school.nz web.id web.za';

/** Suffixes of hosters and tunnels, below which each customer is a site of its own. */
const HOSTERS =
  'vercel.app vercel.dev now.sh netlify.app onrender.com herokuapp.com github.io githubusercontent.com gitlab.io pages.dev workers.dev r2.dev web.app firebaseapp.com appspot.com a.run.app cloudfunctions.net fly.dev up.railway.app azurewebsites.net azurestaticapps.net azure-api.net cloudapp.net blob.core.windows.net cloudfront.net amplifyapp.com elasticbeanstalk.com us-east-1.elasticbeanstalk.com s3.amazonaws.com execute-api.us-east-1.amazonaws.com execute-api.eu-west-1.amazonaws.com lambda-url.us-east-1.on.aws ondigitalocean.app deno.dev deno.net repl.co id.repl.co repl.run replit.app surge.sh ngrok.io ngrok.app ngrok.dev ngrok-free.app ngrok-free.dev trycloudflare.com csb.app pythonanywhere.com myshopify.com blogspot.com wixsite.com webflow.io framer.app framer.website bubbleapps.io lovable.app lovableproject.com bolt.host base44.app supabase.co supabase.in supabase.net hasura.app zeabur.app encr.app alwaysdata.net hf.space streamlit.app duckdns.org no-ip.org ddns.net dyndns.org readthedocs.io notion.site translate.goog uk.com us.com eu.com de.com vusercontent.net val.run web.val.run cleverapps.io myfritz.net synology.me ts.net expo.app wasmer.app';

/** Countries of which every second label is a suffix. */
export const WILD_COUNTRIES: ReadonlySet<string> = new Set('ck er fk jm mm np pg'.split(' '));

/** The one name that is none all the same. */
const EXCEPTION = 'www.ck';

/** Those of several labels that are known here. */
export const PUBLIC_SUFFIXES: ReadonlySet<string> = new Set(`${COUNTRIES} ${HOSTERS}`.split(' '));

/**
 * Returns the suffix of a host below which anybody may register a name, e.g. `co.uk`. Simplifies: of
 * the thousands on the Public Suffix List a few hundred that people build on; else it is the last label.
 * @see https://publicsuffix.org/list/
 */
export function toPublicSuffix(host: string): string {
  const labels = host.split('.');
  const ends = labels.map((_, i) => labels.slice(i).join('.'));
  const [two = '', last = ''] = ends.slice(-2);
  const byWildcard = WILD_COUNTRIES.has(last) && two !== EXCEPTION ? two : labels.at(-1);
  return ends.find((end) => PUBLIC_SUFFIXES.has(end)) ?? byWildcard ?? '';
}
