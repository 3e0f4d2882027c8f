package se.varjedag.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/// The database of this installation: the built-in PostgreSQL, or the one that `VARJEDAG_DB_URL` names.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int CONNECTIONS = 12;

    @Bean
    Home home(Environment environment) {
        var folder = environment.getProperty("VARJEDAG_HOME", "");
        return Home.of(java.util.Map.of("VARJEDAG_HOME", folder));
    }

    /// Made only when no external database is named. Spring destroys it after the pool, which depends on it.
    @Bean(destroyMethod = "close")
    @Lazy
    EmbeddedPostgres embeddedPostgres(Home home) {
        return EmbeddedPostgres.start(home);
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(Environment environment, ObjectProvider<EmbeddedPostgres> embedded) {
        var pool = new HikariDataSource();
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setPoolName("varjedag");
        var external =
                Optional.ofNullable(environment.getProperty("VARJEDAG_DB_URL")).filter(url -> !url.isBlank());
        if (external.isPresent()) {
            pool.setJdbcUrl(withScheme(external.get()));
            pool.setUsername(environment.getProperty("VARJEDAG_DB_USER", EmbeddedPostgres.USER));
            pool.setPassword(environment.getProperty("VARJEDAG_DB_PASSWORD", ""));
        } else {
            var postgres = embedded.getObject();
            pool.setJdbcUrl(postgres.url());
            pool.setUsername(EmbeddedPostgres.USER);
            pool.setPassword(postgres.password());
        }
        pool.addDataSourceProperty("ApplicationName", "varjedag");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    /// Both ways of writing the address are understood: `jdbc:postgresql://…` and `postgresql://…`.
    static String withScheme(String url) {
        return url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres://", "postgresql://");
    }
}
