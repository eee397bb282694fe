/** One request; answers the body. Throws what the server said against it. */
export async function ask({ url, key }, method, path, body) {
  const headers = { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) };
  const init = { method, headers, body: body ? JSON.stringify(body) : null, redirect: /** @type {const} */ ('error') };
  const response = await fetch(`${url}${path}`, init).catch((error) => {
    throw new Error(`${url} cannot be reached: ${error.cause?.code ?? error.message}`);
  });
  const text = await response.text();
  const answer = parsed(text);
  if (response.ok && answer !== null) return answer;
  throw new Error(answer?.message ?? `${url} answered ${response.status}, and not as a Quarry: is it one?`);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
