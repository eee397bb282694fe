/** A document as the service takes it inside a request. */
export const dataUrlOf = ({ bytes, mediaType, filename }) => ({
  filename,
  url: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
});

/** The body of the answer to a synchronous call over one document. Throws what it is refused with. */
export const post = (service, path, given, request) =>
  postRequest(service, path, { document: dataUrlOf(given), ...request });

/** As `post`, with the documents inside the request. */
export async function postRequest({ url, key }, path, request) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'api-key': key, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`);
  return body;
}
