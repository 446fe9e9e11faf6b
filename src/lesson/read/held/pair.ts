export {
  DATA_COOKIE,
  isPair,
  SIGNATURE_COOKIE,
  splitPair,
} from '../../../sim/cookieSession/pair.ts';
