package se.varjedag.app.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// How many connections are open, as `varjedag.connections.open`: requests that never become whole are in no log, but
/// they are seen here.
@Component
@ConditionalOnWebApplication
class OpenConnections implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private final ObjectProvider<MeterRegistry> meters;

    OpenConnections(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addConnectorCustomizers(
                connector -> Gauge.builder("varjedag.connections.open", connector, OpenConnections::count)
                        .register(meters.getObject()));
    }

    private static double count(Connector connector) {
        return connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol
                ? protocol.getConnectionCount()
                : Double.NaN;
    }
}
