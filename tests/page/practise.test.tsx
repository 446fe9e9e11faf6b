import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ISLANDS } from '../../src/late.ts';
import { CARD_IDS } from '../../src/lesson/exercises/cards.ts';
import { PREDICT_TEXTS } from '../../src/lesson/texts/panels/check/predict.ts';
import { DEEP_TEXTS, NEEDS } from '../../src/lesson/texts/practise/deep.ts';
import { WHICH } from '../../src/lesson/told/question.ts';
import { taskPart } from '../../src/panels/practise/Task.tsx';
import { WAY_PARTS } from '../../src/panels/practise/wayParts.ts';
import { openWay } from '../../src/player/practise/openWay.ts';
import {
  formatPractise,
  PRACTISE_KEY,
  parsePractise,
  usePractise,
} from '../../src/player/practise/practiseProgress.ts';
import { useReview } from '../../src/player/practise/review.ts';
import { makeEndless } from '../../src/player/practise/runs/makeEndless.ts';
import { usePlayer } from '../../src/player/usePlayer.ts';
import { formatRunAddress } from '../../src/sim/runs/runFile.ts';
import { LOGIN } from '../../src/sim/scenarios/toScenarios.ts';
import { LOGIN_TO_LOGOUT } from '../../src/sim/scenarios.ts';
import { expectHash, expectStep, forgetVisit, openPage, region, status } from './page.tsx';

beforeAll(async () => {
  await Promise.all(Object.values(ISLANDS).map((island) => island.load()));
});
beforeAll(async () => {
  await Promise.all([taskPart, ...Object.values(WAY_PARTS)].map((part) => part.load()));
});

beforeEach(() => {
  forgetVisit();
  usePractise.setState(usePractise.getInitialState(), true);
  useReview.setState(useReview.getInitialState(), true);
});

type User = Awaited<ReturnType<typeof openPage>>['user'];

const list = (name: string) => within(region(name));

test('the ways to learn are listed, each with what it is for and how long it takes', async () => {
  const { user } = await openPage('#view=check');
  const ways = list('Nine ways to learn this').getAllByRole('listitem');
  expect(ways).toHaveLength(10);
  for (const way of ways) expect(way).toHaveTextContent(/[1-9][0-9]? minutes.*\.$/);
  await user.click(screen.getByRole('link', { name: 'Why' }));
  expect(screen.getByRole('heading', { name: 'Why' })).toHaveFocus();
  await expectHash('#step=0&way=why');
  await user.click(screen.getByRole('button', { name: 'All ways' }));
  expect(region('Nine ways to learn this')).toBeInTheDocument();
});

test('the place that is open, pressed again, shows its list', async () => {
  const { user } = await openPage('#way=why/logout-ends-token');
  await screen.findByRole('heading', { name: 'Why' });
  const places = within(screen.getByRole('navigation', { name: 'Sections' }));
  await user.click(places.getByRole('link', { name: 'Check yourself' }));
  expect(screen.getByRole('heading', { name: 'Nine ways to learn this' })).toBeInTheDocument();
  // From elsewhere one comes back to what was open.
  await user.click(screen.getByRole('link', { name: /^Why/ }));
  await user.click(places.getByRole('link', { name: 'Walk' }));
  await user.click(places.getByRole('link', { name: 'Check yourself' }));
  expect(screen.getByRole('heading', { name: 'Why' })).toBeInTheDocument();
});

test('a way, and what of it does not exist, are told', async () => {
  await openPage('#way=why/nothing');
  await waitFor(() =>
    expect(status('Notices')).toHaveTextContent('names “nothing”, which does not exist'),
  );
  expect(await screen.findByRole('link', { name: /Logging out ends the token/ })).toBeVisible();
});

test('Why: believed or not, the run is shown, and what is so', async () => {
  const { user } = await openPage('#way=why/logout-ends-token');
  expect(screen.queryByRole('heading', { name: 'What is so' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Yes' }));
  expect(await screen.findByText(/Who lets the last attack through\? Token\./)).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Why it seems otherwise' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'See it on the stage' }));
  await waitFor(() => expect(usePlayer.getState().view).toBe('walk'));
  expectStep(8);
  await user.click(await screen.findByRole('button', { name: 'Back to “Why”' }));
  expect(usePlayer.getState()).toMatchObject({ view: 'check', way: 'why/logout-ends-token' });
});

test('Why: what is true is right to believe', async () => {
  const { user } = await openPage('#way=why/deploy-logs-out');
  await user.click(await screen.findByRole('button', { name: 'No' }));
  expect(screen.getByText('The run says that it is so.')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Yes' }));
  expect(screen.getByText('You are right: so says the run.')).toBeInTheDocument();
  expect(usePractise.getState().done).toEqual({ 'why/deploy-logs-out': true });
});

test('Why: what is signed can be read', async () => {
  const { user } = await openPage('#way=why/signed-is-encrypted');
  await user.click(await screen.findByRole('button', { name: 'No' }));
  const payload = await screen.findByLabelText('Read without any key');
  expect(payload).toHaveTextContent(/id.*abc123/);
});

/** Answers the last question on the page by an option, and waits for what is told then. */
async function answer(user: User, place: () => ReturnType<typeof list>, option: string | RegExp) {
  const radios = await place().findAllByRole('radio', { name: option });
  await user.click(radios.at(-1) as HTMLElement);
  await user.click(place().getByRole('button', { name: 'Check' }));
}

test('Learn: the wrong guess is told what is so, why, by which rule, and the principle', async () => {
  const { user } = await openPage('#way=learn/keep');
  const learn = () => list('Learn');
  expect(screen.queryByText(/^Principle:/)).toBeNull();
  await answer(user, learn, 'Nobody');
  expect(learn().getByRole('button', { name: 'Show the run' })).toHaveFocus();
  expect(learn().getByText('Not Nobody. It is Both.')).toBeInTheDocument();
  const needed = await learn().findByRole('region', { name: 'What your answer would have needed' });
  expect(needed).toHaveTextContent('Token-based would refuse it after “Log out”.');
  expect(learn().getByText(/^The server looks the session ID up\. A record/)).toBeInTheDocument();
  expect(learn().getByText('Principle:')).toBeInTheDocument();
  await user.click(learn().getByRole('button', { name: 'Show the run' }));
  await waitFor(() => expect(usePlayer.getState().view).toBe('walk'));
  expectStep(3);
  expect(usePlayer.getState().run.telling.run.scenario.actions).toHaveLength(3);
  // Each answer is kept; the part is over when all that it asks is answered.
  expect(usePractise.getState().done).toEqual({ 'learn/keep.0': false });

  // Whoever comes back sees what was answered, and on the stage where the part ends.
  expect(screen.queryByText('Keep it: steps 4–5')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Back to “Learn”' }));
  expect(await learn().findByText('Not Nobody. It is Both.')).toBeInTheDocument();
  act(() => openWay('learn'));
  act(() => openWay('learn', 'keep'));
  expect(
    await learn().findByText('You have answered this, and not rightly. It is Both.'),
  ).toBeInTheDocument();
  expect(learn().getByText('Principle:')).toBeInTheDocument();
  await user.click(learn().getByRole('button', { name: 'Walk through it on the stage' }));
  expect(await screen.findByText('Keep it: steps 4–5')).toBeVisible();
});

test('Learn: each part asks again where one thing is changed, ends in what is alike, and leads to the next, the last to Challenge', async () => {
  const { user } = await openPage('#way=learn/show');
  const learn = () => list('Learn');
  await answer(user, learn, 'Restart the server');
  expect(learn().getByRole('heading', { name: 'The same, with one thing changed' })).toBeVisible();
  expect(learn().queryByRole('link', { name: 'Next part: End it' })).toBeNull();
  await answer(user, learn, 'New secret, the old one gone');
  expect(learn().getByRole('heading', { name: 'What is the same in both?' })).toBeVisible();
  expect(
    learn().getByRole('group', { name: /^What do both lanes do for “.+”, right after “.+”\?/ }),
  ).toBeInTheDocument();
  expect(usePractise.getState().done).toEqual({ 'learn/show.0': true, 'learn/show.1': true });
  await answer(user, learn, 'Server verifies auth');
  expect(usePractise.getState().done['learn/show']).toBe(true);
  await user.click(learn().getByRole('link', { name: 'Next part: End it' }));
  for (const option of ['Token', 'Nobody', 'Token', 'User logs out'])
    await answer(user, learn, option);
  expect(usePractise.getState().done).toMatchObject({ 'learn/show': true, 'learn/end': false });
  await user.click(learn().getByRole('link', { name: 'Go on with Challenge' }));
  expect(usePlayer.getState().way).toBe('challenge');

  // One truth: the list of ways, the way itself and the table say the same.
  await user.click(screen.getByRole('button', { name: 'All ways' }));
  const door = screen.getByRole('link', { name: 'Learn' }).closest('li');
  expect(door).toHaveTextContent('2 of 4, 1 right');
  await user.click(screen.getByRole('link', { name: 'Learn' }));
  expect(await learn().findByText('2 of 4, 1 right')).toBeInTheDocument();
  const walk = list('Your progress').getByRole('rowheader', { name: 'The walk' }).closest('tr');
  expect(walk).toHaveTextContent(/2 of [0-9]+, 1 right/);
});

test('Learn: a question has an address of its own, which opens it alone', async () => {
  const { user } = await openPage('#way=learn/show.1');
  const learn = () => list('Learn');
  await answer(user, learn, 'New secret, the old one gone');
  expect(learn().getAllByRole('radio')).toHaveLength(4);
  expect(usePractise.getState().done).toEqual({ 'learn/show.1': true });
  await user.click(learn().getByRole('link', { name: 'Show it' }));
  expect(usePlayer.getState().way).toBe('learn/show');
  const [first] = await learn().findAllByRole('heading', { level: 4 });
  await user.click(within(first as HTMLElement).getByRole('link'));
  expect(usePlayer.getState().way).toBe('learn/show.0');
  act(() => openWay('learn', 'show.9'));
  await waitFor(() => expect(status('Notices')).toHaveTextContent('names “show.9”'));
});

test('Challenge: a goal is reached by a run, and says so with its par; hints stay', async () => {
  const { user } = await openPage('#way=challenge/only-token');
  expect(await screen.findByText(/Not reached yet · Par: 1 change/)).toBeInTheDocument();
  await user.click(list('Challenge').getByRole('button', { name: 'Hint' }));
  await user.click(screen.getByRole('button', { name: 'Open it in Try it' }));
  await waitFor(() => expect(usePlayer.getState().view).toBe('try'));
  // Where it is to be changed: after the login.
  expectStep(5);
  const goal = within(await screen.findByRole('region', { name: /^Goal: Only the token/ }));
  expect(goal.getByText(/What does the session server need/)).toBeInTheDocument();
  await usePlayer.getState().chooseScenario('user-banned');
  expect(await goal.findByText(/^Reached/)).toBeInTheDocument();
  expect(usePractise.getState().done).toEqual({ 'challenge/only-token': true });
  await user.click(goal.getByRole('button', { name: 'Back to “Challenge”' }));
  expect(screen.getAllByText(/What does the session server need/).length).toBeGreaterThan(0);
});

test('Challenge: a run that a link opens shows that it reaches the goal, and is nobody’s deed here', async () => {
  await openPage('#scenario=user-banned&way=challenge/only-token');
  expect(await screen.findByText(/^Reached/)).toBeInTheDocument();
  expect(usePractise.getState().done).toEqual({});
  const run = formatRunAddress(
    { ...LOGIN_TO_LOGOUT, actions: [LOGIN, { type: 'ban' }, { type: 'request' }] },
    LOGIN_TO_LOGOUT.settings,
  );
  await act(async () => {
    await usePlayer.getState().openRun('login-to-logout', run ?? '');
  });
  expect(await screen.findByText(/^Reached/)).toBeInTheDocument();
  expect(usePractise.getState().done).toEqual({});
});

test('Challenge: a random run is asked about, the same for the same address', async () => {
  const { user } = await openPage('#way=challenge/random.2.17');
  const steps = within(await screen.findByRole('list', { name: 'What was done' }));
  const before = steps.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(before[0]).toBe('Log in');
  expect(before).toHaveLength(5);
  await answer(user, () => list('Challenge'), 'Both');
  expect(screen.getByText(/^(Right: Both|Not Both\. It is \w+)\.$/)).toBeInTheDocument();
  expect(screen.getByRole('region', { name: /^The rules?$/ })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show the run' }));
  await waitFor(() => expect(usePlayer.getState().view).toBe('walk'));
  expect(usePlayer.getState().run.telling.run.scenario.actions).toHaveLength(5);
});

test('Challenge: who was wrong is asked one more by the same rule, who was right is not', async () => {
  const { exercise } = await makeEndless({ level: 1, seed: 5 });
  const { right } = exercise.question;
  const { user } = await openPage('#way=challenge/random.1.5');
  const challenge = () => list('Challenge');
  const say = (which: string) => PREDICT_TEXTS.sayOption(exercise.question, which);
  await answer(user, challenge, say(right));
  expect(challenge().queryByRole('heading', { name: /^One more by the rule/ })).toBeNull();
  const wrong = WHICH.find((which) => which !== right) ?? '';
  await answer(user, challenge, say(wrong));
  expect(await challenge().findByRole('heading', { name: /^One more by the rule/ })).toBeVisible();
  await waitFor(() =>
    expect(challenge().getAllByRole('list', { name: 'What was done' })).toHaveLength(2),
  );
});

test('Review: a card is answered, says when it comes again, and is counted', async () => {
  const { user } = await openPage('#way=review');
  const review = list('Review');
  await user.click((await review.findAllByRole('radio'))[0] as HTMLElement);
  await user.click(review.getByRole('button', { name: 'Check' }));
  expect(review.getByText(/^Asked again (soon|in .* days?)\.$/)).toBeInTheDocument();
  expect(Object.keys(useReview.getState().cards)).toEqual([CARD_IDS[0]]);
  await user.click(review.getByRole('button', { name: 'The next card' }));
  expect(review.getByText(/^[1-9][0-9]* cards left$/)).toBeInTheDocument();
  expect(list('Your progress').getByText(/^1 of [0-9]+, [01] right$/)).toBeInTheDocument();
});

test('Review: a card brings back what is said of both, or what both cost', async () => {
  const { user } = await openPage('#way=review/xss-http-only.4.entry');
  const review = list('Review');
  const answer = async () => {
    await user.click((await review.findAllByRole('radio'))[0] as HTMLElement);
    expect(review.queryByText(/That is (not )?so\./)).not.toBeInTheDocument();
    await user.click(review.getByRole('button', { name: 'Check' }));
  };
  await answer();
  expect(review.getByText(/^“HttpOnly stops XSS.” That is not so\. The script/)).toBeVisible();
  act(() => openWay('review', 'performance.ten-reads'));
  await review.findByRole('heading', { name: 'Ten requests' });
  await answer();
  expect(review.getByText(/^Each request looks the ID up once\./)).toBeVisible();
  await user.click(review.getByRole('button', { name: 'Show the run' }));
  await waitFor(() => expect(usePlayer.getState().view).toBe('walk'));
  expect(usePlayer.getState().run.telling.run.lastStep).toBe(11);
});

test('Review: what is forgotten is asked for first; a file that is none changes nothing', async () => {
  const { user } = await openPage('#way=review');
  usePractise.getState().mark('why/cookie-is-session', true);
  const review = list('Review');
  const file = new File(['{"authtraceProgress":2}'], 'progress.json', { type: 'application/json' });
  await user.upload(
    await review.findByLabelText('Open saved progress', { selector: 'input' }),
    file,
  );
  expect(
    await review.findByText(/a later version of this page has written it/),
  ).toBeInTheDocument();
  expect(usePractise.getState().done).toEqual({ 'why/cookie-is-session': true });
  await user.click(review.getByRole('button', { name: 'Forget all that I have practised' }));
  await user.click(review.getByRole('button', { name: 'Keep it' }));
  expect(usePractise.getState().done).toEqual({ 'why/cookie-is-session': true });
  await user.click(review.getByRole('button', { name: 'Forget all that I have practised' }));
  await user.click(review.getByRole('button', { name: 'Forget it' }));
  expect(usePractise.getState().done).toEqual({});
});

test('Before and after: half-done tests go on after a reload; both stand side by side by topic', async () => {
  const first = await openPage('#way=test/before.17');
  const form = () => list('Before and after');
  const groups = () => form().findAllByRole('group', { name: /^Question [0-9]+/ });
  // What is in a variable is not one of both lanes: there the first option is chosen.
  const sayAll = async (user: User, option: string, from = 0) => {
    for (const group of (await groups()).slice(from)) {
      const own = within(group).queryByRole('radio', { name: option });
      await user.click(own ?? (within(group).getAllByRole('radio')[0] as HTMLElement));
    }
  };
  expect(await groups()).toHaveLength(10);
  await first.user.click(form().getByRole('button', { name: 'Show the result' }));
  expect(form().getByText('10 questions are not answered yet.')).toBeInTheDocument();
  const [one] = await groups();
  await first.user.click(within(one as HTMLElement).getByRole('radio', { name: 'Nobody' }));
  first.close();
  usePractise.setState(usePractise.getInitialState(), true);

  const { user } = await openPage('#way=test');
  expect(await form().findByText('1 of 10 answered')).toBeInTheDocument();
  await user.click(form().getByRole('link', { name: 'Before the lesson' }));
  const [again] = await groups();
  expect(within(again as HTMLElement).getByRole('radio', { name: 'Nobody' })).toBeChecked();
  await sayAll(user, 'I do not know', 1);
  expect(form().queryByText(/of 10 right/)).toBeNull();
  await user.click(form().getByRole('button', { name: 'Show the result' }));
  expect(form().getByRole('heading', { name: /^[01] of 10 right$/ })).toHaveFocus();
  // Who is to be measured learns the score alone.
  const marked = () =>
    form().queryAllByText(/^(Right: .*|Not .*|You did not know)\. *(It is .*)?$/);
  expect(marked()).toHaveLength(0);
  expect(region('Before and after').querySelector('[data-right], [data-verdict]')).toBeNull();
  expect(form().getByText(/is held back until the ten questions after/)).toBeInTheDocument();
  expect(form().getByRole('button', { name: 'Copy the result' })).toBeInTheDocument();
  expect(form().getByRole('link', { name: 'Go on with Learn' })).toBeInTheDocument();

  await user.click(form().getByRole('link', { name: 'The ten questions after the lesson' }));
  expect(await form().findByRole('heading', { name: /^After the lesson/ })).toBeVisible();
  await sayAll(user, 'Token');
  await user.click(form().getByRole('button', { name: 'Show the result' }));
  expect(marked()).toHaveLength(10);
  expect(form().queryByRole('button', { name: 'Show me the cell' })).toBeNull();
  await user.click(form().getAllByText('Why it is so')[0] as HTMLElement);
  expect(await form().findByRole('button', { name: 'Show me the cell' })).toBeInTheDocument();
  const table = await form().findByRole('table', { name: 'Before and after, side by side' });
  const [whole, ...topics] = within(table).getAllByRole('row').slice(1);
  expect(whole).toHaveTextContent(/^All questions[01] of 10[0-9]+ of 10$/);
  expect(topics.length).toBeGreaterThanOrEqual(4);
  for (const topic of topics) expect(topic).toHaveTextContent(/[0-9] of ([0-9])[0-9] of \1$/);
  expect(form().getByRole('button', { name: 'Copy both results' })).toBeInTheDocument();
  const missed = within(form().getByRole('region', { name: 'What to look at again' }));
  const named = topics.map((topic) => topic.querySelector('th')?.textContent);
  for (const { textContent } of missed.getAllByRole('term')) expect(named).toContain(textContent);
  expect(missed.getByRole('link', { name: 'Practise them in Challenge' })).toBeInTheDocument();
  expect(form().queryByText(/was looked at in between/)).toBeNull();

  // Whoever asks before the test after the lesson sees it, and it is noted.
  const before = usePractise.getState().tests['before.17'] ?? { said: {}, isOver: false };
  act(() => {
    usePractise.setState({ tests: { 'before.17': before } });
    openWay('test', 'before.17');
  });
  const show = await form().findByRole('button', { name: 'Show what was right' });
  expect(marked()).toHaveLength(0);
  await user.click(show);
  expect(marked()).toHaveLength(10);
  expect(parsePractise(formatPractise(usePractise.getState())).tests['before.17']).toEqual({
    ...before,
    isShown: true,
  });
});

test('Deep: what is ticked makes the list; each need has runs that show it and a source', async () => {
  const { user } = await openPage('#way=deep');
  const deep = list('Deep');
  expect(await deep.findByText('Nothing is ticked yet.')).toBeInTheDocument();
  const ticks = deep.getAllByRole('checkbox');
  expect(ticks).toHaveLength(6);
  for (const source of deep.getAllByRole('link')) expect(source).toHaveAttribute('href');
  await user.click(deep.getByRole('checkbox', { name: 'I need this: Several servers' }));
  expect(deep.getByText(/^Several servers: What do the servers share/)).toBeInTheDocument();
  const written = deep.getByRole('textbox', { name: 'How you settle it: Several servers' });
  await user.click(written);
  await user.paste('One Redis for all');
  expect(written).toHaveValue('One Redis for all');
  // It is kept with all else that is practised.
  expect(parsePractise(localStorage.getItem(PRACTISE_KEY)).needs).toEqual({
    'deep/several-servers': { isMine: true, note: 'One Redis for all' },
  });
  expect(deep.getByRole('button', { name: 'Copy the list' })).toBeInTheDocument();
  const needs = NEEDS.filter(({ id }) => id === 'several-servers' || id === 'mobile-app');
  expect(DEEP_TEXTS.sayList(needs, { 'several-servers': 'One Redis for all' }).split('\n')).toEqual(
    [
      expect.stringMatching(/^- \[ \] An app on a phone: .*\(OWASP MASVS-STORAGE\)$/),
      expect.stringMatching(/^- \[x\] Several servers: /),
      '  One Redis for all',
    ],
  );
  await user.click(deep.getByRole('button', { name: 'I ban somebody: are they out?' }));
  await waitFor(() => expect(usePlayer.getState().view).toBe('walk'));
  expect(usePlayer.getState().run.telling.run.scenario.id).toBe('user-banned');
});

test('Visualize: two runs that differ in one thing are compared, and both are shown', async () => {
  const { user } = await openPage('#way=visualize');
  const visualize = () => list('Visualize');
  await user.click(
    await visualize().findByRole('link', { name: 'A stolen token after the logout' }),
  );
  expect(visualize().queryByText('Principle:')).toBeNull();
  await answer(user, visualize, 'First: token · Second: token');
  const needed = await visualize().findByRole('region', {
    name: 'What each run comes to',
  });
  expect(needed).toHaveTextContent('Deny-list on: let in by nobody.');
  const beside = within(visualize().getByRole('region', { name: 'Both runs, side by side' }));
  expect(beside.getByRole('heading', { name: 'First run: Deny-list off' })).toBeVisible();
  expect(visualize().getByText('Principle:')).toBeInTheDocument();
  await user.click(visualize().getByRole('radio', { name: 'First: token · Second: nobody' }));
  await user.click(visualize().getByRole('button', { name: 'Check' }));
  expect(usePractise.getState().done).toEqual({ 'visualize/deny-list': true });
  await user.click(
    within(visualize().getByRole('region', { name: 'Both runs, side by side' })).getAllByRole(
      'button',
      {
        name: 'See it on the stage',
      },
    )[1] as HTMLElement,
  );
  await waitFor(() => expect(usePlayer.getState().view).toBe('walk'));
  expect(usePlayer.getState().run.telling.run.scenario.settings.token.denyList).toBe(true);
  await user.click(await screen.findByRole('button', { name: 'Back to “Visualize”' }));
  expect(usePlayer.getState().way).toBe('visualize/deny-list');
});

test('Fill the gaps: the lines that are chosen are run, and what fails is told by its run', async () => {
  const { user } = await openPage('#way=try');
  const routes = list('Fill the gaps');
  await user.click(await routes.findByRole('button', { name: 'Run it' }));
  expect(routes.getByText('5 lines are still missing.')).toBeInTheDocument();
  for (const group of routes.getAllByRole('radiogroup')) {
    const [shortest] = within(group).getAllByRole('radio');
    await user.click(shortest as HTMLElement);
  }
  await user.click(routes.getByRole('button', { name: 'Run it' }));
  expect(await routes.findByText(/^[0-9] of 7 attempts are held\.$/)).toBeInTheDocument();
  // The right line is the shortest one of the first gap, and of no other.
  await expectHash('#step=0&way=try/01311');
  await user.click(routes.getAllByRole('button', { name: 'See the run' })[0] as HTMLElement);
  await waitFor(() => expect(usePlayer.getState().view).toBe('walk'));
  expect(usePlayer.getState().original).not.toBeNull();
});

test('Fill the gaps: the reference servers hold all', async () => {
  await openPage('#way=try/00000');
  expect(await list('Fill the gaps').findByText('All 7 attempts are held.')).toBeInTheDocument();
});

test('Performance: what was said is counted in real runs, shown as it grows, with a table behind it', async () => {
  const { user } = await openPage('#way=performance/store-reads');
  const performance = list('Performance');
  await user.click(await performance.findByRole('radio', { name: 'Both' }));
  expect(performance.queryByRole('slider')).toBeNull();
  await user.click(performance.getByRole('button', { name: 'Check' }));
  expect(await performance.findByText('Token-based: 0 all along.')).toBeVisible();
  expect(performance.getByText(/^Counted in real runs: a login and 100 requests/)).toBeVisible();
  const slider = performance.getByRole('slider', { name: 'Requests' });
  expect(slider).toHaveAttribute(
    'aria-valuetext',
    '100 requests. Session-based, reads: 100; Session-based, writes: 102; Token-based, reads: 0; Token-based, writes: 0',
  );
  fireEvent.change(slider, { target: { value: '10' } });
  expect(
    performance.getByText(
      '10 requests · Session-based, reads: 10 · Session-based, writes: 12 · Token-based, reads: 0 · Token-based, writes: 0',
    ),
  ).toBeVisible();
  const table = performance.getByRole('table', { hidden: true });
  expect(
    within(table).getByRole('row', { name: '50 requests 50 52 0 0', hidden: true }),
  ).toBeDefined();
});

test('each exercise of a long page, and each card, is opened alone by its heading: the address to give away', async () => {
  const { user } = await openPage('#way=performance');
  const performance = list('Performance');
  const headings = await performance.findAllByRole('heading', { level: 3 });
  expect(headings.length).toBeGreaterThan(3);
  const [first] = performance.getAllByRole('link', { name: headings[1]?.textContent ?? '' });
  await user.click(first as HTMLElement);
  expect(usePlayer.getState().way).toMatch(/^performance\/[\w-]+$/);
  const names = performance.getAllByRole('heading', { level: 3 }).map((one) => one.textContent);
  // What this browser signs is measured, and no exercise.
  expect(names).toEqual([headings[1]?.textContent, 'In this browser']);
  act(() => openWay('review'));
  const review = list('Review');
  const about = await review.findByRole('heading', { level: 3 });
  await user.click(review.getByRole('link', { name: about.textContent ?? '' }));
  expect(usePlayer.getState().way).toBe(`review/${CARD_IDS[0]}`);
});

test('Project: lines are put in order, a fault is told by its run, a report fills the list', async () => {
  const { user } = await openPage('#way=project/session-logout');
  const project = list('Project');
  const add = async (code: RegExp) =>
    user.click(await project.findByRole('button', { name: code }));
  const check = () => user.click(project.getByRole('button', { name: 'Check' }));
  await add(/^Add: req\.session = null/);
  await check();
  expect(
    project.getByText(/^One line is a real fault\. Is clearCookie\(\) a logout\?/),
  ).toBeInTheDocument();
  await user.click(project.getByRole('button', { name: /^Remove: req\.session = null/ }));
  await add(/^Add: await destroy/);
  await check();
  expect(
    project.getByText(/^Something is missing before line 1\. The route is opened first\./),
  ).toBeInTheDocument();
  await user.click(project.getByRole('button', { name: 'See the step that shows it' }));
  await waitFor(() => expect(usePlayer.getState().view).toBe('walk'));
  expectStep(9);
  await user.click(await screen.findByRole('button', { name: 'Back to “Project”' }));
  await user.click(project.getByRole('button', { name: 'Begin again' }));
  for (const code of [
    /app\.post/,
    /await destroy/,
    /res\.clearCookie/,
    /sendStatus/,
    /^Add: \}\);/,
  ]) {
    await add(code);
    // Who works by keyboard goes on from where the line was.
    expect(document.activeElement).toHaveAccessibleName(/^(Add: |Check$)/);
  }
  await check();
  expect(project.getByText('Right: each line has what it needs.')).toBeInTheDocument();
  const field = project.getByRole('textbox', { name: 'Paste what it prints' });
  await user.click(field);
  // Neither anything else, nor what a later check-server prints.
  for (const other of [
    '{"a":1}',
    '{"format":99,"findings":[]}',
    '{"format":1,"findings":[null]}',
  ]) {
    await user.paste(other);
    expect(project.getByText('That is no report of check-server.')).toBeInTheDocument();
    await user.clear(field);
  }
  const findings = [1, 2, 3, 4, 5, 6].map((step) => ({ id: `check.${step}`, step, mark: 'pass' }));
  await user.paste(JSON.stringify({ format: 1, findings }));
  expect(project.getByText('2 of 4 done')).toBeInTheDocument();
});
