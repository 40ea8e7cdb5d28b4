//! A copy of the database while it is in use.

use sqlx::sqlite::SqliteConnection;
use sqlx::{ConnectOptions, Connection};

use crate::error::{Result, StoreError};
use crate::open::Store;
use crate::sql::Conn;

impl Store {
    /// Copies a SQLite database into a new file, as it is at one moment; everybody reads and writes
    /// meanwhile. The file must not exist. SQLite does not wait for the disk: sync the file before
    /// relying on it, and give it its name afterwards.
    ///
    /// A server has its own means ([`StoreError::Unsupported`]); [`Store::export`] works on both.
    pub async fn backup(&self, path: &str) -> Result<()> {
        let sql = "VACUUM INTO $1";
        let backed_up = if let Some(options) = self.file_options() {
            // A connection of its own, because the writer's is in use and the readers' may not
            // write, not even into another file.
            let mut own: SqliteConnection = options.connect().await?;
            let done = Conn::Lite(&mut own).run(sql, &[path.into()]).await;
            own.close().await?;
            done
        } else {
            let mut only = self.reader().await?;
            let Conn::Lite(conn) = only.conn() else {
                return Err(StoreError::Unsupported(
                    "PostgreSQL makes its backups with pg_dump; `vitae export` writes everything, too",
                ));
            };
            Conn::Lite(conn).run(sql, &[path.into()]).await
        };
        backed_up.map(drop).map_err(|error| match error {
            StoreError::Io(why) => StoreError::Io(
                format!("the backup {path} cannot be written ({why}): choose a new file in a folder that exists")
                    .into(),
            ),
            other => other,
        })
    }
}
