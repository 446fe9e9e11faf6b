// The library that express-session signs its cookies with; it brings no types.
declare module 'cookie-signature' {
  const cookieSignature: {
    sign(value: string, secret: string): string;
    unsign(signed: string, secret: string): string | false;
  };
  export default cookieSignature;
}
