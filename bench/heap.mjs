/**
 * Looks at the heap of a Worker's isolate through its inspector, over and over: what is alive right after a forced garbage
 * collection, JavaScript and the memory behind array buffers; V8 counts no WebAssembly memory among these. The isolate answers only when it is idle:
 * between two windows of a document or two requests, not within a synchronous stretch. Without a limit, as locally, V8 lets much
 * more garbage lie than it would in 128 MB, so neither the heap's size nor that of the process says what is needed.
 * `stop` answers the most that was alive, in megabytes.
 */
export async function watchHeap(inspectorUrl) {
  const session = await connect(await measuredTarget(inspectorUrl));
  let most = 0;
  let isOver = false;
  const look = async () => {
    while (!isOver) {
      await session.call('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize = 0 } = await session.call('Runtime.getHeapUsage');
      most = Math.max(most, usedSize + backingStorageSize);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const looking = look();
  looking.catch(() => {});
  return {
    stop() {
      isOver = true;
      session.close();
      return most / 1e6;
    },
  };
}

/** The inspector lists every Worker that runs. */
async function measuredTarget(inspectorUrl) {
  const list = new URL('/json', inspectorUrl);
  list.protocol = 'http:';
  const targets = await (await fetch(list)).json();
  const target = targets.find(({ id, title }) => [id, title].some((name) => name?.includes('measured')));
  if (target === undefined) throw new Error(`no Worker "measured" among ${JSON.stringify(targets)}`);
  return target.webSocketDebuggerUrl;
}

async function connect(url) {
  const socket = new WebSocket(url);
  const waiting = new Map();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(data);
    const settle = waiting.get(id);
    waiting.delete(id);
    if (error) settle?.reject(new Error(error.message));
    else settle?.resolve(result);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`the inspector at ${url} cannot be reached`)), {
      once: true,
    });
  });
  return {
    call: (method) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        socket.send(JSON.stringify({ id: last, method }));
      }),
    close: () => socket.close(),
  };
}
