/** What is asked by machines that watch the server. */
export const SERVICE = {
  title: 'Service',
  about: 'Needs no key.',
  routes: [
    {
      method: 'GET',
      path: '/healthz',
      about: 'Whether the server answers.',
      parameters: [],
      curl: "curl -s '{origin}/healthz'",
      status: 200,
      answer: { status: 'ok' },
      errors: [],
    },
  ],
};
