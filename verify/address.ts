// Where the record of a draw is, when somebody gives the address of its page.
const PAGE = /^(.*?)(?:\/api)?\/draws\/([^/]+)\/?$/;

/** `…/draws/<id>` and `…/api/draws/<id>` become `…/api/draws/<id>/record`; any other address stays. */
export function recordAddress(address: string): string {
  const url = new URL(address);
  const [, before, id] = PAGE.exec(url.pathname) ?? [];
  return id === undefined ? address : new URL(`${before}/api/draws/${id}/record`, url.origin).href;
}
