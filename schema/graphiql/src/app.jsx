import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./app.css";
import { createFetcher } from "./fetcher.js";
import { SessionBar } from "./SessionBar.jsx";
import { storage } from "./storage.js";

const { endpoint, tabs } = await (await fetch("graphiql/queries.json")).json();
const fetcher = createFetcher(endpoint);

createRoot(document.getElementById("app")).render(
  <>
    <SessionBar fetcher={fetcher} />
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={tabs}
      shouldPersistHeaders={false}
      storage={storage}
    >
      <GraphiQL.Logo>GraphiQL</GraphiQL.Logo>
    </GraphiQL>
  </>,
);
