/** A verb of which nothing but what it does is known. */
export const plainVerb = {
  kind: 'verb',
  passive: false,
  behindPassive: false,
  recognises: false,
  grantor: null,
  comma: false,
  titled: false,
} as const;
