/** How long one look may take: a page that is being read keeps the isolate busy for seconds. */
const LOOK_MS = 4_000;
const PAUSE_MS = 100;
const LOOKS_TRIED = 10;

/**
 * Looks at the memory of a Worker's isolate through its inspector, over and over, right after a forced garbage collection:
 * JavaScript, what is behind its array buffers, and WebAssembly memories as large as they have become, for they do not
 * shrink. The isolate answers only when it is idle: between two windows of a document or two requests, not within a
 * synchronous stretch. Without a limit, as locally, V8 lets much more garbage lie than it would in 128 MB, so neither the
 * heap's size nor that of the process says what is needed. `stop` looks once more and answers the most of all looks, in
 * megabytes: what was `alive`, and what was `held`, which is before the collection, with the largest that a memory
 * given up since the look before had become. A stretch leaves behind what it took and gave up, unless V8 collected in its
 * midst. `looks`: how many there were; one that is not answered is not counted.
 */
export async function watchHeap(inspectorUrl, worker = 'measured') {
  const target = await targetOf(inspectorUrl, worker);
  const most = { alive: 0, held: 0, looks: 0 };
  let isOver = false;
  const look = async () => {
    const seen = await lookAt(target);
    most.alive = Math.max(most.alive, seen.alive);
    most.held = Math.max(most.held, seen.held);
    most.looks += 1;
  };
  const watch = async () => {
    while (!isOver) {
      await look().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  const watching = watch();
  return {
    async stop() {
      isOver = true;
      await watching;
      await look().catch(() => {});
      return most;
    },
  };
}

/** One look, as above: what is `alive`, and what was `held` before the collection. Throws when none of some is answered. */
export async function lookAtHeap(inspectorUrl, worker = 'measured') {
  const target = await targetOf(inspectorUrl, worker);
  for (let tries = 1; ; tries += 1) {
    try {
      return await lookAt(target);
    } catch (error) {
      if (tries === LOOKS_TRIED) throw error;
    }
  }
}

async function lookAt(target) {
  const session = await connect(target);
  try {
    const seen = await within(LOOK_MS, lookThrough(session));
    return { alive: seen.alive / 1e6, held: Math.max(seen.alive, seen.held) / 1e6 };
  } finally {
    session.close();
  }
}

async function lookThrough(session) {
  await session.call('Runtime.enable');
  await session.call('Runtime.evaluate', { expression: NOTE_GROWTH, contextId: session.contextId() });
  const before = await heapBytes(session);
  // To ask for the garbage collection itself is not answered while the isolate is idle; to look for objects begins with one.
  const wasm = await wasmBytes(session);
  return { alive: (await heapBytes(session)) + wasm.alive, held: before + Math.max(wasm.alive, wasm.largest) };
}

async function within(ms, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('the inspector did not answer')), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** JavaScript and what is behind its array buffers; V8 does not count a WebAssembly memory among these. */
async function heapBytes(session) {
  const { usedSize, backingStorageSize = 0 } = await session.call('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

/** Tesseract's memory grows through this function and is given up within one stretch, where nobody could look at it. */
const NOTE_GROWTH = `(() => {
  if ('largestMemory' in globalThis) return;
  globalThis.largestMemory = 0;
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    const before = grow.call(this, pages);
    globalThis.largestMemory = Math.max(globalThis.largestMemory, this.buffer.byteLength);
    return before;
  };
})()`;

/** Bytes of all WebAssembly memories alive, and of the largest there was since the last look. */
async function wasmBytes(session) {
  const inGroup = { contextId: session.contextId(), objectGroup: 'memories' };
  const { result } = await session.call('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype', ...inGroup });
  const { objects } = await session.call('Runtime.queryObjects', { prototypeObjectId: result.objectId, ...inGroup });
  const answer = await session.call('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: `function () {
      const largest = globalThis.largestMemory;
      globalThis.largestMemory = 0;
      return { alive: this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0), largest };
    }`,
    returnByValue: true,
  });
  // What the inspector has answered it would keep alive.
  await session.call('Runtime.releaseObjectGroup', { objectGroup: 'memories' });
  return answer.result.value;
}

/** The inspector lists every Worker that runs. */
async function targetOf(inspectorUrl, worker) {
  const list = new URL('/json', inspectorUrl);
  list.protocol = 'http:';
  const targets = await (await fetch(list)).json();
  const target = targets.find(({ id, title }) => [id, title].some((name) => name?.includes(worker)));
  if (target === undefined) throw new Error(`no Worker ${worker} among ${JSON.stringify(targets)}`);
  return target.webSocketDebuggerUrl;
}

async function connect(url) {
  const socket = new WebSocket(url);
  const waiting = new Map();
  let last = 0;
  let contextId = null;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, method, params } = JSON.parse(data);
    if (method === 'Runtime.executionContextCreated') contextId = params.context.id;
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
    contextId: () => contextId,
    call: (method, params = {}) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    close: () => socket.close(),
  };
}
