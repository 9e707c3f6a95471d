import { useState } from "react";
import { enter, leave, useSession } from "./session.js";

const SIGN_IN = `
  mutation SignIn($login: String!, $password: String!) {
    signIn(input: {login: $login, password: $password}) {
      token
      account { displayName role }
      userErrors { field code message }
    }
  }`;

export function SessionBar({ fetcher }) {
  const { token, account, notice } = useSession();
  return (
    <header className="session-bar">
      <h1>红色合伙人 <small>Red Partners</small></h1>
      <output>{notice || whoIsSignedIn(token, account)}</output>
      {token ? <SignOut /> : <SignInForm fetcher={fetcher} />}
      <label>
        令牌 Token
        <input
          autoComplete="off"
          spellCheck={false}
          placeholder="粘贴 Paste"
          value={token}
          onChange={(event) => enter(tokenIn(event.target.value))}
        />
      </label>
    </header>
  );
}

// Copied from a response, a token brings its quotes along; a header takes only what tokens are made of.
function tokenIn(pasted) {
  return pasted.replace(/[^\w.-]/g, "");
}

function whoIsSignedIn(token, account) {
  if (account) return `已登录 Signed in: ${account.displayName} · ${account.role}`;
  return token ? "使用令牌 Using a token" : "未登录 Not signed in";
}

function SignOut() {
  return <button type="button" onClick={() => leave()}>退出 Sign out</button>;
}

function SignInForm({ fetcher }) {
  const [busy, setBusy] = useState(false);
  const submit = async (event) => {
    event.preventDefault();
    setBusy(true);
    await signIn(fetcher, Object.fromEntries(new FormData(event.target)));
    setBusy(false);
  };
  return (
    <form onSubmit={submit}>
      <input name="login" required autoComplete="username" placeholder="账号 Login" aria-label="账号 Login" />
      <input
        name="password"
        type="password"
        required
        autoComplete="current-password"
        placeholder="密码 Password"
        aria-label="密码 Password"
      />
      <button disabled={busy}>登录 Sign in</button>
    </form>
  );
}

async function signIn(fetcher, variables) {
  const { data, errors = [] } = await fetcher({ query: SIGN_IN, operationName: "SignIn", variables });
  const { token, account, userErrors = [] } = data?.signIn ?? {};
  if (token) enter(token, account);
  else leave([...userErrors, ...errors].map((error) => error.message).join("; "));
}
