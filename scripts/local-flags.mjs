/**
 * Flags for the Workers runtime beside those of wrangler.toml, where the queue is the local one: it hands a queue's next
 * batch to the Worker only when the last one is settled. With this flag that is when its messages are acknowledged, not
 * when the work they began is done; deployed, the platform starts another consumer instead.
 */
export const LOCAL_FLAGS = ['queue_consumer_no_wait_for_wait_until'];

/**
 * Documents of one account in the queue or at work, where one thread does all the work: more at once are not done sooner, and
 * what another account asks for waits for them.
 */
export const LOCAL_DOCUMENTS_AT_ONCE = '2';
