// The least a job service on this platform can do for a request: remember it and pass it on.
export default {
  async fetch(_request, env) {
    const id = crypto.randomUUID();
    await env.DB.prepare('insert into jobs (id, created_at) values (?, ?)').bind(id, Date.now()).run();
    await env.WORK.send({ id });
    return Response.json({ id }, { status: 201 });
  },
  async queue(batch) {
    batch.ackAll();
  },
};
