import { isObject, parseBody } from '../../wire/reply.ts';
import { openVisitor, toJson } from '../../wire/visitor.ts';
import type { GraphQueries, LoginShape } from '../found.ts';
import type { Survey } from '../survey.ts';
import { KNOWN_NAMES, KNOWN_PASSWORDS } from '../words.ts';

type LoginFields = Pick<LoginShape, 'usernameField' | 'passwordField' | 'more'>;

/** What a GraphQL server has for a login, and for what comes after it. */
export interface Graph {
  readonly logins: readonly LoginFields[];
  readonly queries: GraphQueries;
}

/** Tells whether an address is where GraphQL servers usually are. */
export const isGraphAt = ({ pathname }: URL): boolean => /\/(?:graphql|gql)\/?$/.test(pathname);

const TYPE =
  'fragment T on __Type{kind name ofType{kind name ofType{kind name ofType{kind name}}}}';
const ASK = `{__schema{queryType{name} mutationType{name} types{kind name fields{name args{name type{...T}} type{...T}} inputFields{name type{...T}}}}} ${TYPE}`;

/** A field of a type, an argument or a member of an input: all have a name and a type. */
interface Item {
  readonly name: string;
  /** As it is written: `String!`. */
  readonly type: string;
  /** Without what wraps it. */
  readonly of: string;
  readonly args: readonly Item[];
}

interface Type {
  readonly fields: readonly Item[];
  readonly inputs: readonly Item[];
}

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const read = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
const readText = (value: unknown, name: string): string => {
  const text = read(value, name);
  return typeof text === 'string' ? text : '';
};

/** Writes a type as a query does, and names what it is in the end. @see GraphQL October 2021, 3.11 and 3.12 */
function readType(ref: unknown): { readonly type: string; readonly of: string } {
  const inner = read(ref, 'ofType');
  if (!isObject(inner)) return { type: readText(ref, 'name'), of: readText(ref, 'name') };
  const { type, of } = readType(inner);
  return { type: readText(ref, 'kind') === 'LIST' ? `[${type}]` : `${type}!`, of };
}

const toItem = (item: unknown): Item => ({
  name: readText(item, 'name'),
  ...readType(read(item, 'type')),
  args: toList(read(item, 'args')).map(toItem),
});

const isFree = ({ args }: Item) => args.every(({ type }) => !type.endsWith('!'));
const MAX_FIELDS = 8;

/** Writes what to ask of a field's answer: what is plain, also one object deep. */
function select(types: ReadonlyMap<string, Type>, { of }: Item, depth = 0): string {
  const fields = types.get(of)?.fields ?? [];
  if (!types.has(of) || fields.length === 0) return '';
  const plain = fields.filter(isFree).flatMap((field) => {
    const isObjectType = (types.get(field.of)?.fields.length ?? 0) > 0;
    if (!isObjectType) return [field.name];
    const inside = depth === 0 && !field.type.includes('[') ? select(types, field, 1) : '';
    return inside === '' ? [] : [field.name + inside];
  });
  return `{${plain.length > 0 ? plain.slice(0, MAX_FIELDS).join(' ') : '__typename'}}`;
}

const LOGIN = /log_?in|sign_?in|authenticate|^token_?auth|create_?(?:session|token)|obtain_?token/i;
const OTHER = /sign_?up|register|refresh|verify|google|facebook|github|apple|social|otp|code|link/i;
const PROFILE =
  /^(?:me|viewer|(?:get_?)?current_?user|who_?am_?i|(?:my_?|get_?)?profile|get_?me|my_?self|self|account|session|get_?user|user|authenticated_?user)$/i;
const LOGOUT = /log_?out|sign_?out/i;

/** Finds the first of some names, where fields have it; the wanted one goes first. */
const pick = (items: readonly Item[], names: readonly string[]) =>
  names.flatMap((name) => items.filter((item) => item.name === name))[0];

/** Writes the mutation that logs in with a field; `null` for one that takes no name and password. */
function toLogin(
  types: ReadonlyMap<string, Type>,
  field: Item,
  names: readonly string[],
): LoginFields | null {
  const places = [
    { path: 'variables', items: field.args },
    ...field.args.map(({ name, of }) => ({
      path: `variables.${name}`,
      items: types.get(of)?.inputs ?? [],
    })),
  ];
  for (const { path, items } of places) {
    const username = pick(items, names);
    const password = pick(items, KNOWN_PASSWORDS);
    if (!username || !password) continue;
    const [, inside] = path.split('.');
    const used = field.args.filter(({ name }) =>
      inside === undefined ? [username.name, password.name].includes(name) : name === inside,
    );
    const declared = used.map(({ name, type }) => `$${name}:${type}`).join(',');
    const given = used.map(({ name }) => `${name}:$${name}`).join(',');
    const query = `mutation(${declared}){${field.name}(${given})${select(types, field)}}`;
    return {
      usernameField: `${path}.${username.name}`,
      passwordField: `${path}.${password.name}`,
      more: { query },
    };
  }
  return null;
}

/** What servers have that do not show what they have. */
function toUsual(names: readonly string[]): Graph {
  const logins = names.slice(0, 2).flatMap((name) =>
    ['login', 'signIn', 'tokenAuth'].map((mutation) => ({
      ...{ usernameField: `variables.${name}`, passwordField: 'variables.password' },
      more: {
        query: `mutation($${name}:String!,$password:String!){${mutation}(${name}:$${name},password:$password){token}}`,
      },
    })),
  );
  const profiles = ['me', 'viewer', 'currentUser'].flatMap((name) =>
    ['id', 'email', 'username'].map((member) => `{${name}{${member}}}`),
  );
  return { logins, queries: { profiles, logouts: ['mutation{logout}'] } };
}

/** Asks a GraphQL server what it has; `null` where there is none. @throws WireError */
export async function readGraph({ net, settings }: Survey, url: URL): Promise<Graph | null> {
  const reply = await openVisitor(net).send('POST', url, { body: toJson({ query: ASK }) });
  const body = parseBody(reply);
  if (!isObject(body) || !('data' in body || Array.isArray(body.errors))) return null;
  const usual = settings.username.includes('@') ? ['email', 'username'] : ['username', 'email'];
  const names = [...usual, ...KNOWN_NAMES];
  const schema = read(body.data, '__schema');
  if (!isObject(schema)) return toUsual(usual);
  const types = new Map(
    toList(schema.types).map((type): [string, Type] => [
      readText(type, 'name'),
      {
        fields: toList(read(type, 'fields')).map(toItem),
        inputs: toList(read(type, 'inputFields')).map(toItem),
      },
    ]),
  );
  const listFields = (root: unknown) => types.get(readText(root, 'name'))?.fields ?? [];
  const mutations = listFields(schema.mutationType);
  const write = (item: Item) => `${item.name}${select(types, item)}`;
  return {
    logins: mutations
      .filter(({ name }) => LOGIN.test(name) && !OTHER.test(name))
      .flatMap((field) => toLogin(types, field, names) ?? []),
    queries: {
      profiles: listFields(schema.queryType)
        .filter((item) => PROFILE.test(item.name) && isFree(item))
        .map((item) => `{${write(item)}}`),
      logouts: mutations
        .filter((item) => LOGOUT.test(item.name) && isFree(item))
        .map((item) => `mutation{${write(item)}}`),
    },
  };
}
