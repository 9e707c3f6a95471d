"""What is stored: models, migrations, connections, plan -> SQL, row scopes. Imports nothing else of the project."""
