/**
 * The pool of the tests stands before each object of the Worker with a class whose prototype it wraps once more with every
 * object that is made, and each look at an object goes through all of these: after some thousand objects a look takes
 * seconds. Here what is wrapped in that way already is not wrapped again.
 */
const wrapped = new WeakSet<object>();
const isWrapper = ({ get }: ProxyHandler<object>): boolean =>
  get !== undefined && Function.prototype.toString.call(get).includes('getUnknownPrototypeKey');

globalThis.Proxy = new Proxy(Proxy, {
  construct(plain, [target, handler]: [object, ProxyHandler<object>]) {
    if (!isWrapper(handler)) return new plain(target, handler);
    if (wrapped.has(target)) return target;
    const wrapper = new plain(target, handler);
    wrapped.add(wrapper);
    return wrapper;
  },
});
