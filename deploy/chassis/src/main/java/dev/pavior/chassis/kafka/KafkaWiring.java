package dev.pavior.chassis.kafka;

import dev.pavior.contract.Service;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives a service its serdes, its admin client, and the gate before its work on Kafka. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
public class KafkaWiring {

    @Bean
    AvroSerdes avroSerdes(KafkaSettings settings) {
        return new AvroSerdes(settings);
    }

    @Bean(destroyMethod = "close")
    Admin admin(KafkaSettings settings, Service service) {
        var config = settings.clientConfig();
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "pavior." + service.word() + ".admin");
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4000);
        return Admin.create(config);
    }

    @Bean
    KafkaGate kafkaGate(
            Admin admin,
            Service service,
            AvroSerdes serdes,
            ObjectProvider<KafkaGate.Gated> gated,
            ApplicationContext context) {
        return new KafkaGate(admin, service, serdes, gated.orderedStream().toList(), context);
    }

    @Bean
    BrokerHealth brokerHealthIndicator(Admin admin) {
        return new BrokerHealth(admin);
    }
}
