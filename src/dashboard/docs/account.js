import { curl } from './examples.js';

export const ACCOUNT = {
  title: 'Account',
  about: 'Everything belongs to the account of the key that made it. Needs a key with the scope admin.',
  routes: [
    {
      method: 'DELETE',
      path: '/v1/account',
      about:
        'Deletes the account with everything in it, for good. From this answer on its keys and links are refused, and its jobs are ended. Of a large account the rest goes by itself: complete is false then. What is told of it afterwards is that it was deleted, and when.',
      parameters: [['account', 'query', 'Its name once more, so that it is not deleted by accident.']],
      curl: curl('/v1/account?account=acme', '-X DELETE'),
      status: 200,
      answer: { deleted: true, id: 'acme', complete: true },
      errors: [[400, 'VALIDATION_ERROR', 'account is not that of your key.']],
    },
  ],
};
